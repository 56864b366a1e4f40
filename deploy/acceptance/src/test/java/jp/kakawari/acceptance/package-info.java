/**
 * The platform as its users see it: black-box journeys over HTTP against the running platform. A test named
 * {@code rowNNN_…} does the check of that row of the catalogue of real schemes.
 */
package jp.kakawari.acceptance;
