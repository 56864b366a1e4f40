/** Opinions (政策への意見) of members of schemes, and what their municipality answers. */
package jp.kakawari.registry.opinion;
