/** Changes of keys (鍵の更新) while everybody reads and writes: what an older key made is made anew, in the background. */
package jp.kakawari.registry.rotation;
