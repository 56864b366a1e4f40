/** The feed by which a municipality keeps a copy of its supporters (関係人口の更新フィード), missing nothing. */
package jp.kakawari.registry.supporterfeed;
