/** Cards that members hand out (紹介カード): who brings ten people gets what the scheme promises for it. */
package jp.kakawari.registry.referral;
