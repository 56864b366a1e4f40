/** What must hold for every operation of a service, asked by reading its OpenAPI document instead of remembering it. */
package jp.kakawari.embedded.openapi;
