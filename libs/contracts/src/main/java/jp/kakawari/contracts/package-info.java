/**
 * What the services tell each other: one record per event, its topic, its key and one example each.
 *
 * <p>The body of an event is the full public state of its aggregate with a revision that only rises, so that a reader
 * can drop whatever is not newer than what it knows. Facts are told apart by their own id. Nothing here names a person:
 * ids, pseudonymous keys and the attributes that matching and KPIs need, never names, contacts, birth dates or free text
 * about a person.
 */
package jp.kakawari.contracts;
