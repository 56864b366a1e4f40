/**
 * The whole platform on this machine: starts the parts and the four services as processes, fills them with the sample
 * world over HTTP, does the main job and tells it as a short story.
 */
package jp.kakawari.local;
