/** Stages of a tie (関わりの段階) and the versioned policy that they follow from. */
package jp.kakawari.registry.stage;
