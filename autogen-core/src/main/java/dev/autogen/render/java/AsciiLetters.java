package dev.autogen.render.java;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes text in lower-case ASCII letters as far as possible: Latin letters without their marks,
 * Greek and Cyrillic letters in the usual transliteration. Other scripts are left as they are.
 */
final class AsciiLetters {

  /** Letters that Unicode does not decompose, or decomposes in another way than people do. */
  private static final Map<Integer, String> LETTERS =
      letters(
          "ß ss æ ae œ oe ø o ł l đ d ð d þ th ħ h ı i ĸ k ŋ ng ŧ t ƀ b ɓ b ɖ d ɗ d ƒ f ɠ g ɨ i ɫ l"
              + " ɲ n ɵ o ʂ s ʉ u ʋ v ə e ɛ e ɔ o ʒ zh",
          "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f"
              + " χ ch ψ ps ω o",
          "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u"
              + " ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya є ye і i ї yi ґ g ў u ђ dj"
              + " ј j љ lj њ nj ћ c џ dz ѓ gj ќ kj ѕ dz");

  private AsciiLetters() {}

  static String of(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    String whole = replaced(Normalizer.normalize(small, Normalizer.Form.NFC));
    String decomposed = Normalizer.normalize(whole, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return replaced(decomposed.toLowerCase(Locale.ROOT));
  }

  private static String replaced(String text) {
    StringBuilder replaced = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            letter -> {
              String ascii = LETTERS.get(letter);
              if (ascii == null) {
                replaced.appendCodePoint(letter);
              } else {
                replaced.append(ascii);
              }
            });
    return replaced.toString();
  }

  /** Letters, each with what stands for it; {@code _} is nothing. */
  private static Map<Integer, String> letters(String... tables) {
    Map<Integer, String> letters = new HashMap<>();
    for (String table : tables) {
      String[] words = table.split(" ");
      for (int i = 0; i < words.length; i += 2) {
        letters.put(words[i].codePointAt(0), words[i + 1].equals("_") ? "" : words[i + 1]);
      }
    }
    return Map.copyOf(letters);
  }
}
