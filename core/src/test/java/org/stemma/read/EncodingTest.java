package org.stemma.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final String CYRILLIC =
      "Мэр города заявил, что паром уйдёт в полдень. Мы готовы, сказала министр порта.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1252|Wir schließen das nicht aus, sagte der Bürgermeister von Sörenhafen über die Fähre.",
        "windows-1250|Premiér řekl, že vláda žádné nové daně nezavede. Je to pro nás důležité, dodal ministr.",
        "windows-1251|Мэр города заявил, что паром уйдёт в полдень. Мы готовы, сказала министр.",
        "KOI8-R|Мэр города заявил, что паром уйдет в полдень. Мы готовы, сказала министр.",
        "windows-1254|Başbakan, görüşmelerin sürdüğünü söyledi. Hazırız, dedi Ayşe Yılmaz, İçişleri Bakanı.",
        "windows-1255|ראש העיר אמר כי המעבורת תצא בצהריים. אנחנו מוכנים, אמרה השרה.",
        "windows-1256|قال رئيس البلدية إن العبارة ستغادر الميناء ظهر يوم الاثنين وإن السلطات مستعدة لذلك.",
        "GB18030|市长周一表示，渡轮将于中午离港。我们已经准备好了，部长说。",
        "Big5|市長週一表示，渡輪將於中午離港。我們已經準備好了，部長說。",
        "windows-31j|市長は月曜日、フェリーは正午に出港すると述べた。準備はできていると大臣は語った。",
        "EUC-JP|市長は月曜日、フェリーは正午に出港すると述べた。準備はできていると大臣は語った。",
        "EUC-KR|시장은 월요일 여객선이 정오에 출항한다고 말했다. 장관은 준비가 되었다고 밝혔다.",
        "x-windows-874|นายกเทศมนตรีกล่าวว่าเรือข้ามฟากจะออกจากท่าเรือตอนเที่ยงวันจันทร์ "
            + "นายกเทศมนตรีกล่าวว่าเรือข้ามฟากจะออกจากท่าเรือตอนเที่ยงวันจันทร์ "
            + "นายกเทศมนตรีกล่าวว่าเรือข้ามฟากจะออกจากท่าเรือตอนเที่ยงวันจันทร์",
        "ISO-2022-JP|市長は月曜日、フェリーは正午に出港すると述べた。",
        "UTF-16BE|The ferry waits in Port Soren.",
        "UTF-16LE|The ferry waits in Port Soren.",
        "UTF-32BE|The ferry waits in Port Soren.",
        "UTF-32LE|The ferry waits in Port Soren."
      })
  void whatNobodyDeclaredIsFound(String charset, String text) {
    assertThat(Decoding.text(text.getBytes(Charset.forName(charset)), Optional.empty()))
        .isEqualTo(text);
    String page = "<html><body class=a><p>" + text + "</p></body></html>";
    assertThat(Decoding.html(page.getBytes(Charset.forName(charset)), Optional.empty()))
        .isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void aMarkIsBelievedAndIsNoText(String charset) {
    byte[] bytes = ("\ufeff" + CYRILLIC).getBytes(Charset.forName(charset));
    assertThat(Decoding.text(bytes, Optional.of("windows-1252"))).isEqualTo(CYRILLIC);
  }

  @Test
  void theTransportComesBeforeThePageAndValidUtf8BeforeBoth() {
    String page = "<meta charset=koi8-r><p>" + CYRILLIC;
    assertThat(Decoding.html(page.getBytes(UTF_8), Optional.of("windows-1251"))).isEqualTo(page);
    Charset windows = Charset.forName("windows-1251");
    assertThat(Decoding.html(page.getBytes(windows), Optional.of("windows-1251"))).isEqualTo(page);
    Charset koi = Charset.forName("KOI8-R");
    String koiPage = page.replace('ё', 'е');
    assertThat(Decoding.html(koiPage.getBytes(koi), Optional.of("no-such"))).isEqualTo(koiPage);
    String xml = "<?xml version='1.0' encoding='koi8-r'?><html>" + koiPage.substring(20);
    assertThat(Decoding.html(xml.getBytes(koi), Optional.empty())).isEqualTo(xml);
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "“", "😀"})
  void declaredUtf8ThatWasCutInASignIsUtf8AllTheSame(String sign) {
    byte[] whole = ("<p>Rain in Port Soren. " + sign).getBytes(StandardCharsets.UTF_8);
    for (int lost = 1; lost < sign.getBytes(StandardCharsets.UTF_8).length; lost++) {
      byte[] cut = Arrays.copyOf(whole, whole.length - lost);
      assertThat(Decoding.html(cut, Optional.of("utf-8")))
          .isEqualTo("<p>Rain in Port Soren. \ufffd");
    }
  }

  @Test
  void latin1MeansWindows1252AsInBrowsers() {
    byte[] bytes = "<p>“Aye”".getBytes(Charset.forName("windows-1252"));
    for (String label : new String[] {"iso-8859-1", "Latin1", "us-ascii", "ISO8859-1"}) {
      assertThat(Decoding.html(bytes, Optional.of(label))).isEqualTo("<p>“Aye”");
    }
    assertThat(EncodingLabels.charset("gb2312")).hasValue(Charset.forName("GB18030"));
    assertThat(EncodingLabels.charset("shift_jis")).hasValue(Charset.forName("windows-31j"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"utf-7", "UTF-7", "IBM500", "ibm037", "iso-2022-kr", "hz-gb-2312", "", "x"})
  void encodingsThatHideMarkupAreNotDecoded(String label) {
    assertThat(EncodingLabels.charset(label)).isEmpty();
    assertThat(Decoding.html("+ADw-script+AD4-".getBytes(UTF_8), Optional.of(label)))
        .isEqualTo("+ADw-script+AD4-");
  }

  @Test
  void anEncodingThatChangesMidwayLosesNoPlace() {
    byte[] utf8 = "Fähre und Nebel über Sörenhafen — ".getBytes(UTF_8);
    byte[] latin = "caf\u00e9 \u0093aye\u0094".getBytes(ISO_8859_1);
    assertThat(Decoding.text(Inputs.joined(utf8, latin), Optional.empty()))
        .isEqualTo("Fähre und Nebel über Sörenhafen — café “aye”");
    byte[] cut = Inputs.joined(utf8, new byte[] {(byte) 0xe2, (byte) 0x80}, utf8);
    assertThat(Decoding.text(cut, Optional.empty())).contains("\ufffd\ufffd").hasSize(70);
  }

  @Test
  void nulsLoneSurrogatesAndDirectionMarksStayInPlace() {
    assertThat(Decoding.text("a\u0000b\u202ec".getBytes(UTF_8), Optional.empty()))
        .isEqualTo("a\ufffdb\u202ec");
    byte[] lone = {(byte) 0xff, (byte) 0xfe, 'a', 0, 0, (byte) 0xd8, 'b', 0};
    assertThat(Decoding.text(lone, Optional.empty())).isEqualTo("a\ufffdb");
  }

  @Test
  void aWordOrTwoBeyondAsciiIsWindows1252() {
    byte[] bytes = "It costs £3, said Ana Ruiz at the café.".getBytes(ISO_8859_1);
    assertThat(Decoding.text(bytes, Optional.empty()))
        .isEqualTo("It costs £3, said Ana Ruiz at the café.");
  }
}
