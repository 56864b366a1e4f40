/** Contact points (移住・関係人口総合センター・関係案内所): where they stand, whom they serve and how many they introduced. */
package jp.kakawari.registry.contactpoint;
