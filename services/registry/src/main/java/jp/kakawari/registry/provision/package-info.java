/** What recipients are given of those who consented, and the record of it (第三者提供記録). */
package jp.kakawari.registry.provision;
