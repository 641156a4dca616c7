package org.danaya.consultation.answer.session;

import java.util.UUID;

/** The minutes of a session were closed. Published in the transaction that closes them. */
public record MinutesClosed(UUID session) {}
