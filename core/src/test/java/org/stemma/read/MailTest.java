package org.stemma.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.read.Inputs.bytes;
import static org.stemma.read.Inputs.page;
import static org.stemma.read.Inputs.told;

import org.junit.jupiter.api.Test;
import org.stemma.model.DateOrigin;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Page;

class MailTest {
  private static final String SAVED =
      """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://skerry.example/2031/fog
      Subject: =?utf-8?Q?Fog=20over=20S=C3=B6ren?=
      Date: Sun, 4 May 2031 10:15:00 +0200
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \ttype="text/html"; boundary="==b"

      --==b
      Content-Type: image/png
      Content-Transfer-Encoding: base64

      iVBORw0KGgo=
      --==b
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable
      Content-Location: https://skerry.example/2031/fog

      <html><body><p>=E2=80=9CWe wait,=E2=80=9D said Ana Ru=
      iz.</p></body></html>
      --==b--
      """;

  @Test
  void aSavedPageHasItsAddressAndTheHourOfItsSaving() {
    Page page = page("fog.mhtml", bytes(SAVED));
    assertThat(page.address()).isEqualTo("https://skerry.example/2031/fog");
    assertThat(Inputs.text(page)).contains("“We wait,” said Ana Ruiz.");
    assertThat(page.imprint().headline()).hasValue("Fog over Sören");
    assertThat(page.dates())
        .containsExactly(new FoundDate("2031-05-04T10:15:00+02:00", DateOrigin.ARCHIVE));
  }

  @Test
  void aMessageThatWasCutIsToldToBe() {
    assertThat(page("fog.mhtml", bytes(SAVED)).extent()).isEqualTo(Extent.WHOLE);
    String cut = SAVED.substring(0, SAVED.indexOf("iz.</p>"));
    assertThat(page("fog.mhtml", bytes(cut)).extent()).isEqualTo(Extent.CUT);
  }

  @Test
  void aPageThatHasATitleKeepsIt() {
    Page page = page("fog.mht", bytes(SAVED.replace("<html>", "<html><title>Fog</title>")));
    assertThat(page.imprint().headline()).isEmpty();
  }

  @Test
  void aNewsletterIsPublishedByBeingSent() {
    String mail =
        """
        From: Skerry Post <news@skerry.example>
        Date: Mon, 5 May 2031 06:00:00 +0000
        Subject: Morning mail
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain

        Plain fog.
        --b
        Content-Type: text/html; charset=windows-1252
        Content-Transfer-Encoding: 8bit

        <p>Marked fog.</p>
        --b--
        """;
    Page page = page("morning.eml", bytes(mail));
    assertThat(page.content()).isInstanceOf(Page.Html.class);
    assertThat(Inputs.text(page)).contains("Marked fog.");
    assertThat(page.imprint().headline()).hasValue("Morning mail");
    assertThat(page.dates())
        .containsExactly(new FoundDate("2031-05-05T06:00:00+00:00", DateOrigin.GIVEN));
    assertThat(Inputs.text(page("m.eml", bytes(mail.replace("text/html", "text/calendar")))))
        .contains("Plain fog.");
  }

  @Test
  void aMessageWithoutATextIsTold() {
    assertThat(told("a.eml", bytes("Subject: x\nContent-Type: image/png\n\nabc")))
        .containsExactly("a.eml: EMPTY, a message without a text");
    assertThat(told("a.eml", bytes("Subject: x\n\n")))
        .containsExactly("a.eml: EMPTY, holds no text");
  }

  @Test
  void aMessageIsKnownByItsLookToo() {
    assertThat(page("saved", bytes(SAVED)).address()).isEqualTo("https://skerry.example/2031/fog");
  }

  @Test
  void aMessageCutAnywhereEnds() {
    for (int length = 0; length < SAVED.length(); length += 7) {
      assertThat(told("fog.mhtml", bytes(SAVED.substring(0, length)))).hasSize(1);
    }
  }
}
