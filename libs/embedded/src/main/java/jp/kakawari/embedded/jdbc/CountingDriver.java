package jp.kakawari.embedded.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * PostgreSQL's driver, counting what each thread asks: whoever asks, Hibernate or plain JDBC. A batch counts once. Services
 * under test get it by {@code META-INF/microprofile-config.properties} of this library.
 */
public final class CountingDriver implements Driver {

    private static final ThreadLocal<Long> ASKED = ThreadLocal.withInitial(() -> 0L);

    private final Driver driver = new org.postgresql.Driver();

    /** How many statements this thread executed since it was asked last. */
    static long asked() {
        long asked = ASKED.get();
        ASKED.remove();
        return asked;
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Connection connection = driver.connect(url, info);
        return connection == null ? null : (Connection) counting(connection);
    }

    /** The same with all that it is to PostgreSQL too, whose statements count. */
    private static Object counting(Object real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (real instanceof Statement && method.getName().startsWith("execute")) {
                ASKED.set(ASKED.get() + 1);
            }
            try {
                Object made = method.invoke(real, arguments);
                return made instanceof Statement && !method.getName().equals("unwrap") ? counting(made) : made;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return Proxy.newProxyInstance(CountingDriver.class.getClassLoader(), interfaces(real.getClass()), handler);
    }

    private static Class<?>[] interfaces(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(known -> Stream.of(known.getInterfaces()))
                .distinct()
                .toArray(Class<?>[]::new);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driver.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }
}
