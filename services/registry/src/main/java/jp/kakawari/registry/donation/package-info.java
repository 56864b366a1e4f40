/** Projects for which people give (寄附プロジェクト), who gives and who works along. */
package jp.kakawari.registry.donation;
