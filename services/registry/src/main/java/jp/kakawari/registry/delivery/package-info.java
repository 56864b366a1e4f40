/** How campaigns reach people (配信): once each, in the background, and no more once they say so. */
package jp.kakawari.registry.delivery;
