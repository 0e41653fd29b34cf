package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.Skerry.example/Fog/, skerry.example/Fog",
    "HTTP://skerry.example/Fog#middle, skerry.example/Fog",
    "https://skerry.example/fog?utm_source=feed&id=7&mc_cid=9, skerry.example/fog?id=7",
    "https://skerry.example/fog?fbclid=1, skerry.example/fog",
    "https://skerry.example/#!/fog, skerry.example/#!/fog",
    "page.html, page.html"
  })
  void whatLeadsToNoOtherPageIsLeftOut(String address, String plain) {
    assertThat(Addresses.plain(address)).isEqualTo(plain);
  }
}
