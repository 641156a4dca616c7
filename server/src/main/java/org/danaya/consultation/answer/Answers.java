package org.danaya.consultation.answer;

/**
 * All that can be done with answers and causes.
 *
 * @param register what there is
 * @param answering what becomes of observations
 * @param causes why words changed
 */
public record Answers(AnswerRegister register, Answering answering, Causes causes) {}
