package jp.kakawari.registry.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where notices may be sent: to https on the public internet, so that nobody looks around in our network through us. The
 * address is looked up and checked for each attempt, and the connection goes to the very address that was checked.
 */
@ApplicationScoped
class Receivers {

    private final boolean allowPrivate;

    Receivers(WebhookConfig config) {
        this.allowPrivate = config.allowPrivate();
    }

    /** Why a URL can't be a receiver. */
    record Refused(String en, String ja) {}

    /** A receiver whose address was checked. */
    record Receiver(URI uri, InetAddress address) {

        boolean tls() {
            return "https".equals(uri.getScheme());
        }

        int port() {
            return uri.getPort() >= 0 ? uri.getPort() : tls() ? 443 : 80;
        }

        String target() {
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        }
    }

    /** Empty for a URL that may be stated. Names are looked up later, each time. */
    Optional<Refused> refusal(String url) {
        URI uri = parsed(url).orElse(null);
        if (uri == null || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of(
                    new Refused("must be an absolute URL without user and fragment", "ユーザー名とフラグメントのない完全なURLを指定してください"));
        }
        if (!"https".equals(uri.getScheme()) && !(allowPrivate && "http".equals(uri.getScheme()))) {
            return Optional.of(new Refused("must begin with https://", "https:// で始まるURLを指定してください"));
        }
        return literal(uri.getHost())
                .filter(address -> !allowed(address))
                .map(address -> new Refused("must be a public address", "公開されているアドレスを指定してください"));
    }

    /**
     * Looks the receiver up.
     *
     * @throws UnknownHostException when the name has no address
     * @throws PrivateAddress when one of its addresses is none of the public internet
     */
    Receiver find(String url) throws UnknownHostException, PrivateAddress {
        URI uri = URI.create(url);
        InetAddress[] addresses = InetAddress.getAllByName(uri.getHost());
        if (!Arrays.stream(addresses).allMatch(this::allowed)) {
            throw new PrivateAddress();
        }
        return new Receiver(uri, addresses[0]);
    }

    /** It says nothing of the address. */
    static final class PrivateAddress extends Exception {
        private static final long serialVersionUID = 1;
    }

    private boolean allowed(InetAddress address) {
        return allowPrivate || PublicAddress.is(address);
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> literal(String host) {
        boolean numeric = host.startsWith("[") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        try {
            return numeric ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
