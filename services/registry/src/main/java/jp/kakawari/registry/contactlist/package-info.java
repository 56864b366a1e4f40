/** Lists of addresses (郵送・発送の名簿) for a purpose and a time: names and addresses, of those who agreed, and nothing else. */
package jp.kakawari.registry.contactlist;
