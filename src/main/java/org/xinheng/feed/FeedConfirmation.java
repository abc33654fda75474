package org.xinheng.feed;

/**
 * Somebody has said that a full feed shall end what it does not have (确认).
 *
 * @param absent how many entries that was when they said so; more is another question
 * @param reason why, as they put it
 * @param correction whether the entries should never have been made, so that no shortest time holds for them
 */
public record FeedConfirmation(long absent, String reason, boolean correction) {}
