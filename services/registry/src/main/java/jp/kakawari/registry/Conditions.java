package jp.kakawari.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.PageRequest;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Which rows of a table a list shows: those for which all conditions hold that were asked for. Conditions are SQL written in
 * this service; what a caller gives goes in as a value only.
 *
 * @param <T> the entity of the table
 */
public final class Conditions<T> {

    private final String table;
    private final Class<T> entity;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private Conditions(String table, Class<T> entity) {
        this.table = table;
        this.entity = entity;
    }

    public static <T> Conditions<T> on(String table, Class<T> entity) {
        return new Conditions<>(table, entity);
    }

    /** A condition that always holds for what is shown. */
    public Conditions<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** A condition that names {@code :name}; a value of null doesn't ask for it. */
    public Conditions<T> where(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /** The same for a column that has one of the names of an enum. */
    public Conditions<T> whereIs(String column, Enum<?> value) {
        return where(column + " = :" + column, column, value == null ? null : value.name());
    }

    /** The same for a column that is the value. */
    public Conditions<T> whereIs(String column, String value) {
        return where(column + " = :" + column, column, value);
    }

    /** The page in the order of their ids. */
    public List<T> pageById(EntityManager manager, PageRequest page) {
        return page(manager, "id", cursor -> cursor.uuid(0), page);
    }

    /** The page in the order of their ids, the last one first. */
    public List<T> newestById(EntityManager manager, PageRequest page) {
        where(
                "id < :before",
                "before",
                page.after().map(cursor -> cursor.uuid(0)).orElse(null));
        return fetch(manager, "id desc", page);
    }

    /** The page in the order of their codes. */
    public List<T> pageByCode(EntityManager manager, PageRequest page) {
        return page(manager, "code", cursor -> cursor.text(0), page);
    }

    /**
     * The same, and of each whether a condition on its row {@code t} holds, that names {@code :name}. Asked apart, between
     * them and their parts, it would have each one's parts looked up by themselves.
     */
    public Map<T, Boolean> pageByCode(EntityManager manager, PageRequest page, String flag, String name, UUID value) {
        where(
                "code > :after",
                "after",
                page.after().map(cursor -> cursor.text(0)).orElse(null));
        NativeQuery<Object[]> query = manager.unwrap(Session.class)
                .createNativeQuery(
                        "select {t.*}, " + flag + " as flag " + from(table + " t") + " order by code limit :fetch",
                        Object[].class)
                .addEntity("t", entity)
                .addScalar("flag", Boolean.class);
        query.setParameter("fetch", page.fetch()).setParameter(name, value, UUID.class);
        values.forEach(query::setParameter);
        Map<T, Boolean> found = new LinkedHashMap<>();
        query.getResultList().forEach(row -> found.put(entity.cast(row[0]), (Boolean) row[1]));
        return found;
    }

    private List<T> page(EntityManager manager, String key, Function<Cursor, Object> last, PageRequest page) {
        where(key + " > :after", "after", page.after().map(last).orElse(null));
        return fetch(manager, key, page);
    }

    private List<T> fetch(EntityManager manager, String order, PageRequest page) {
        Query query = manager.createNativeQuery(
                        "select * " + from(table) + " order by " + order + " limit :fetch", entity)
                .setParameter("fetch", page.fetch());
        values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<T> found = query.getResultList();
        return found;
    }

    /** How many there are in all. */
    public long count(EntityManager manager) {
        Query query = manager.createNativeQuery("select count(*) " + from(table), Long.class);
        values.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    private String from(String table) {
        return "from " + table + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }
}
