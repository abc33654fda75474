package org.xinheng.app.law;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xinheng.engine.LawRules;
import org.xinheng.release.RulesOfLaw;

/** {@link RulesOfLaw}: the files {@code rules/*.drl} of this build. */
@Singleton
class RulesOfThisBuild implements RulesOfLaw {
    private final Map<String, String> texts = new LinkedHashMap<>();

    RulesOfThisBuild() {
        LawRules.texts().forEach((name, text) -> texts.put(name, new String(text, StandardCharsets.UTF_8)));
    }

    @Override
    public Map<String, String> texts() {
        return Map.copyOf(texts);
    }
}
