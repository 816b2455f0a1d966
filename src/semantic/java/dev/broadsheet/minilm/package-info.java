/**
 * The model all-MiniLM-L6-v2 (Wang et al., "MiniLM", NeurIPS 2020; trained on sentences by Reimers
 * and Gurevych's Sentence-BERT, EMNLP 2019), with its weights in eight bits, on ONNX Runtime. An
 * optional part of the build, which nothing else names.
 */
@NullMarked
package dev.broadsheet.minilm;

import org.jspecify.annotations.NullMarked;
