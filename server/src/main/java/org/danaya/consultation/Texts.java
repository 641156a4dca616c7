package org.danaya.consultation;

/**
 * All that can be done with texts.
 *
 * @param register what there is
 * @param drafting versions until they are frozen
 * @param way from the freeze to the adoption
 * @param adopting what adopted a version
 * @param publishing makes it known
 */
public record Texts(
        TextRegister register,
        Drafting drafting,
        Way way,
        Adopting adopting,
        Publishing publishing) {}
