/** Campaigns (広報・メルマガ・便り): what a municipality writes to its supporters, from the draft to the day it is sent. */
package jp.kakawari.registry.campaign;
