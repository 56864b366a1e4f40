package jp.kakawari.syncclient;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Where the registry is and who signs in. Each value comes from the environment ({@code KAKAWARI_REGISTRY} …), else from a
 * file of {@code registry=…} lines; the secret never from the command line, where others could read it.
 *
 * @param registry base address of the registry
 * @param token address of the token endpoint
 * @param municipality 6-digit code (全国地方公共団体コード)
 */
record Settings(URI registry, URI token, String client, String secret, String municipality) {

    static Settings of(Path file, Map<String, String> environment) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(lines);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new Failed(Exit.REFUSED, "設定ファイル %s を読み取れません（UTF-8で保存してください）。".formatted(file));
            }
        }
        Values values = new Values(properties, environment, file);
        return new Settings(
                address(values.of("registry")),
                address(values.of("token")),
                values.of("client"),
                values.of("secret"),
                values.of("municipality"));
    }

    private static URI address(String text) {
        try {
            return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (IllegalArgumentException wrong) {
            throw new Failed(Exit.REFUSED, "アドレスの形式が正しくありません: " + text);
        }
    }

    private record Values(Properties properties, Map<String, String> environment, Path file) {

        String of(String name) {
            String variable = "KAKAWARI_" + name.toUpperCase(java.util.Locale.ROOT);
            String value = environment.getOrDefault(variable, properties.getProperty(name, ""));
            if (value.isBlank()) {
                throw new Failed(Exit.REFUSED, "設定「%s」がありません。環境変数 %s か %s に指定してください。".formatted(name, variable, file));
            }
            return value.strip();
        }
    }
}
