package org.xinheng.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    private static final byte[] SEED =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static final String TEXT = "xinheng.local/log\n7\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n";

    private final NoteSigner ed25519 = new Ed25519Signer("xinheng.local/log", SEED);
    private final NoteSigner sm2 = new Sm2Signer("xinheng.local/log", SEED);

    @Test
    void the_first_test_key_of_rfc_8032_signs_as_the_rfc_says() {
        assertThat(HexFormat.of().formatHex(ed25519.verifierKey().publicKey()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void a_known_note_of_the_specification_is_signed_by_its_known_key() {
        // the example of C2SP signed-note is the one of golang.org/x/mod/sumdb/note
        VerifierKey key = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        SignedNote note = SignedNote.parse(
                "If you think cryptography is the answer to your problem,\n"
                        + "then you don't know what your problem is.\n\n"
                        + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
        assertThat(note.isSignedByOneOf(List.of(key))).isTrue();
    }

    @Test
    void each_kind_of_key_signs_and_verifies_under_its_written_form() {
        for (NoteSigner signer : List.of(ed25519, sm2)) {
            VerifierKey key = VerifierKey.parse(signer.verifierKey().written());
            SignedNote note =
                    SignedNote.parse(SignedNote.sign(TEXT, List.of(signer)).written());
            assertThat(note.text()).isEqualTo(TEXT);
            assertThat(note.isSignedByOneOf(List.of(key))).as(key.type().name()).isTrue();
        }
    }

    @Test
    void a_changed_text_spoils_every_signature() {
        for (NoteSigner signer : List.of(ed25519, sm2)) {
            SignedNote signed = SignedNote.sign(TEXT, List.of(signer));
            SignedNote changed = new SignedNote(TEXT.replace("7\n", "8\n"), signed.signatures());
            assertThat(changed.isSignedByOneOf(List.of(signer.verifierKey()))).isFalse();
        }
    }

    @Test
    void a_note_with_both_signatures_satisfies_who_knows_either_key_and_nobody_who_knows_neither() {
        SignedNote note = SignedNote.sign(TEXT, List.of(ed25519, sm2));
        assertThat(note.isSignedByOneOf(List.of(ed25519.verifierKey()))).isTrue();
        assertThat(note.isSignedByOneOf(List.of(sm2.verifierKey()))).isTrue();
        assertThat(note.isSignedByOneOf(List.of(new Ed25519Signer("xinheng.other/log", SEED).verifierKey())))
                .isFalse();
    }

    @Test
    void a_forged_signature_of_a_known_key_spoils_the_note_even_beside_a_good_one() {
        String good = ed25519.line(TEXT);
        String forged = ed25519.line(TEXT + "more\n");
        assertThat(new SignedNote(TEXT, List.of(good, forged)).isSignedByOneOf(List.of(ed25519.verifierKey())))
                .isFalse();
    }

    @Test
    void what_is_no_note_or_no_key_is_refused() {
        for (String wrong : List.of("", "text", "text\n\nno dash\n", "text\n\n— name sig")) {
            assertThatThrownBy(() -> SignedNote.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        String key = ed25519.verifierKey().written();
        for (String wrong : List.of("", "name", key.replaceFirst("\\+[0-9a-f]{8}", "+00000000"), "a b" + key)) {
            assertThatThrownBy(() -> VerifierKey.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
