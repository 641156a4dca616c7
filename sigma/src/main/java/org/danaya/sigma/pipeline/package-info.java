/**
 * Pipelines: what tells where an event is from, which log sources of rules that is, and where such
 * events keep the fields that rules name. They are YAML files with a version; those of Danaya lie
 * beside this package's code, and others are read besides or instead ({@link
 * org.danaya.sigma.pipeline.PipelineReader}).
 */
@NullMarked
package org.danaya.sigma.pipeline;

import org.jspecify.annotations.NullMarked;
