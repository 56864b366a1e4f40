/** What somebody agrees that others do with their data (同意), each step with its proof, and its end in the same request. */
package jp.kakawari.registry.consent;
