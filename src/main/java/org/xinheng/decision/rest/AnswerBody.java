package org.xinheng.decision.rest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Optional;
import org.xinheng.audit.Receipt;

/**
 * The body that answers a decision: what the log's leaf commits to, and at its end the receipt, which names that leaf
 * and so cannot be part of it. Cut the field {@code receipt} off, and the bytes are those that are hashed.
 */
final class AnswerBody {
    private AnswerBody() {}

    /** The kept answer with its receipt, the same bytes every time. */
    static String of(String stored, Optional<Receipt> receipt) {
        return receipt.map(given -> stored.substring(0, stored.lastIndexOf('}')) + ",\"receipt\":" + json(given) + "}")
                .orElse(stored);
    }

    private static String json(Receipt receipt) {
        return "{\"leafHash\":\"" + receipt.leafHash().hex() + "\",\"integratedBy\":\"" + receipt.integratedBy()
                + "\",\"note\":\""
                + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(receipt.note())) + "\"}";
    }
}
