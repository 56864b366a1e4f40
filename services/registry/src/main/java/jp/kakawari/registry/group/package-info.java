/** Groups of member organisations (協議会・部会・ネットワーク): who belongs to which, as what and in which role. */
package jp.kakawari.registry.group;
