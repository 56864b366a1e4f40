package jp.kakawari.registry.supporter;

import java.util.UUID;

/**
 * A supporter as the rules of a scheme need to know them (入会希望者).
 *
 * @param home 6-digit code of the municipality of residence, null where it is not known
 * @param prefecture two digits, null where it is not known or abroad
 * @param abroad whether they are known to live outside Japan
 * @param reachable whether more than an SNS account is known of them
 * @param guardianMissing whether they are a minor for whom no guardian has consented
 */
public record Applicant(
        UUID id, String home, String prefecture, boolean abroad, boolean reachable, boolean guardianMissing) {}
