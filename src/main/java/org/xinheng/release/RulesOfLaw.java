package org.xinheng.release;

import java.util.List;
import java.util.Map;

/** Port: the rules of law that are no policy, which every release of this build is compiled with. */
public interface RulesOfLaw {
    /** File name to text. */
    Map<String, String> texts();

    /** SHA-256 over them, lower-case hex. */
    default String contentHash() {
        return ContentHash.of(List.of(), texts());
    }
}
