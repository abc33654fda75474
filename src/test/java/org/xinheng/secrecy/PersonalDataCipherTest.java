package org.xinheng.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.xinheng.kernel.IdentifierScheme;

class PersonalDataCipherTest {
    private final PersonalDataCipher cipher = new PersonalDataCipher(new byte[32], new SecureRandom());

    @Test
    void a_value_comes_back_and_cannot_be_read_in_between() {
        byte[] sealed = cipher.encrypt("示例甲", "name");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("示例甲");
        assertThat(cipher.decrypt(sealed, "name")).isEqualTo("示例甲");
    }

    @Test
    void the_same_value_never_looks_the_same_twice() {
        assertThat(cipher.encrypt("x", "name")).isNotEqualTo(cipher.encrypt("x", "name"));
    }

    @Test
    void a_changed_byte_another_place_or_another_key_opens_nothing() {
        byte[] sealed = cipher.encrypt("x", "name");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThatThrownBy(() -> cipher.decrypt(changed, "name")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.decrypt(sealed, "identifier")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new PersonalDataCipher(otherKey, new SecureRandom()).decrypt(sealed, "name"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_look_up_hash_depends_on_key_scheme_and_value() {
        LookupHash hash = new LookupHash(new byte[32]);
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;
        byte[] one = hash.of(IdentifierScheme.CITIZEN_ID, "999999198512310032");
        assertThat(hash.of(IdentifierScheme.CITIZEN_ID, "999999198512310032")).isEqualTo(one);
        assertThat(hash.of(IdentifierScheme.PASSPORT, "999999198512310032")).isNotEqualTo(one);
        assertThat(new LookupHash(otherKey).of(IdentifierScheme.CITIZEN_ID, "999999198512310032"))
                .isNotEqualTo(one);
    }
}
