package org.xinheng.listing.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.xinheng.listing.PriorNotice;

/** A row of {@code prior_notice_objection}. */
@Entity
@Immutable
@Table(name = "prior_notice_objection")
@SuppressWarnings("NullAway.Init")
class PriorNoticeObjectionRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "notice_id")
    UUID noticeId;

    @Column(name = "filed_on")
    LocalDate filedOn;

    @Column(name = "filed_by")
    String filedBy;

    @Nullable
    @Column(name = "answer_by")
    LocalDate answerBy;

    @Column(name = "known_at")
    long knownAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    UUID recordedBy;

    PriorNotice.Objection objection(@Nullable PriorNoticeAnswerRow answer) {
        return new PriorNotice.Objection(id, filedOn, filedBy, answerBy, answer == null ? null : answer.answer());
    }
}
