package jp.kakawari.matching.application;

import java.time.Instant;
import java.util.UUID;
import jp.kakawari.contracts.Activity;

/** What is known of an application whose supporter was just checked in. */
public record Attendance(
        UUID application, UUID program, UUID supporter, String municipality, Activity activity, Instant at) {}
