package org.danaya.consultation.answer.session;

/**
 * All that can be done with sessions.
 *
 * @param register what there is
 * @param writing their minutes, until they are closed
 * @param closing another's approval
 * @param sealing the seal that they bear then
 */
public record TextSessions(
        SessionRegister register,
        SessionWriting writing,
        SessionClosing closing,
        MinutesSealing sealing) {}
