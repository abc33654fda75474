package org.xinheng.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.xinheng.app.startup.KeysFile;
import org.xinheng.app.startup.ServiceKeys;
import org.xinheng.app.startup.ServiceSettings;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;

/** Hands the keys of the keys file to those who encrypt, look up and sign. */
@ApplicationScoped
class SecrecyProducer {
    @Produces
    @Singleton
    ServiceKeys keys(ServiceSettings settings) {
        return KeysFile.read(Path.of(settings.keysFile().orElseThrow()));
    }

    @Produces
    @Singleton
    PersonalDataCipher cipher(ServiceKeys keys) {
        return new PersonalDataCipher(keys.encryption(), new SecureRandom());
    }

    @Produces
    @Singleton
    LookupHash lookupHash(ServiceKeys keys) {
        return new LookupHash(keys.lookup());
    }
}
