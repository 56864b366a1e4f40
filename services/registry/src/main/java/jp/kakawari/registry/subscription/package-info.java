/** Support that goes on (継続支援): who gives every month, buys a region's electricity, takes its produce or owns a field of it. */
package jp.kakawari.registry.subscription;
