package jp.kakawari.syncclient;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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

    private static final String MARK = "\uFEFF";

    static Settings of(Path file, Map<String, String> environment) {
        Values values = new Values(read(file), environment, file);
        return new Settings(
                values.address("registry"),
                values.address("token"),
                values.of("client"),
                values.of("secret"),
                values.municipality());
    }

    /** Notepad puts a mark in front of UTF-8. */
    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try {
                String lines = Files.readString(file, StandardCharsets.UTF_8);
                properties.load(new StringReader(lines.startsWith(MARK) ? lines.substring(1) : lines));
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new Failed(Exit.REFUSED, "設定ファイル %s を読み取れません（UTF-8で保存してください）。".formatted(file));
            }
        }
        return properties;
    }

    private record Values(Properties properties, Map<String, String> environment, Path file) {

        String of(String name) {
            String variable = "KAKAWARI_" + name.toUpperCase(Locale.ROOT);
            String value = environment.getOrDefault(variable, properties.getProperty(name, ""));
            if (value.isBlank()) {
                throw new Failed(Exit.REFUSED, "設定「%s」がありません。環境変数 %s か %s に指定してください。".formatted(name, variable, file));
            }
            return value.strip();
        }

        URI address(String name) {
            String text = of(name);
            try {
                URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
                String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
                if (address.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                    return address;
                }
            } catch (IllegalArgumentException wrong) {
                throw noAddress(name, text);
            }
            throw noAddress(name, text);
        }

        private static Failed noAddress(String name, String text) {
            return new Failed(
                    Exit.REFUSED, "設定「%s」がアドレスになっていません: %s（https:// から始まるアドレスを指定してください）".formatted(name, text));
        }

        String municipality() {
            String code = of("municipality");
            if (!code.matches("[0-9]{6}")) {
                throw new Failed(Exit.REFUSED, "設定「municipality」には6けたの団体コードを半角数字で指定してください（例: 212172）: " + code);
            }
            return code;
        }
    }
}
