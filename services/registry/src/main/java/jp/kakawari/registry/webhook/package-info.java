/**
 * What changes, told to member organisations (会員団体への通知) as Standard Webhooks: each one only what it may know, signed,
 * repeated for a day, and never delayed by somebody else's receiver.
 */
package jp.kakawari.registry.webhook;
