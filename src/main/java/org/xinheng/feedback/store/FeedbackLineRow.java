package org.xinheng.feedback.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.xinheng.feedback.FeedbackLine;

/** A row of {@code feedback_line}. */
@Entity
@Immutable
@Table(name = "feedback_line")
@SuppressWarnings("NullAway.Init")
class FeedbackLineRow extends PanacheEntityBase {
    /** The feedback and the place within it. */
    @Embeddable
    record Key(@Column(name = "feedback_id") UUID feedbackId, int position) implements Serializable {}

    @EmbeddedId
    Key key;

    String measure;

    @Column(name = "listing_id")
    UUID listingId;

    @Enumerated(EnumType.STRING)
    FeedbackLine.Result result;

    @Nullable
    String reason;

    @Column(name = "implemented_on")
    @Nullable
    LocalDate implementedOn;

    @Column(name = "document_number")
    @Nullable
    String documentNumber;

    @Column(name = "amount_cny")
    @Nullable
    BigDecimal amountCny;
}
