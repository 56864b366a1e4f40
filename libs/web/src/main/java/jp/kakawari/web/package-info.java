/**
 * One way of doing each thing of HTTP, for all services: problems, pages, ETags, idempotency, limits, and the caller.
 * A service adds the jar and its own settings; filters, mappers and common configuration come with it.
 */
package jp.kakawari.web;
