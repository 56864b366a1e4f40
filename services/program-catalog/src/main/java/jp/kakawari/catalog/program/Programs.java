package jp.kakawari.catalog.program;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.PageRequest;
import org.hibernate.exception.ConstraintViolationException;

/** All programs, as far as the caller may know them. */
@ApplicationScoped
class Programs implements PanacheRepositoryBase<Program, UUID> {

    private static final String OF_HOST = "host = ?1 and state <> REMOVED";

    private final Hosts hosts;

    @Inject
    Programs(Hosts hosts) {
        this.hosts = hosts;
    }

    /** A public one, or a draft for its host. */
    Program readable(UUID id) {
        return visible(findById(id));
    }

    /** One to which the caller may do this, in whatever state it is; locked until the end of the transaction. */
    Program forChange(UUID id, Action action) {
        Program program = visible(findById(id, LockModeType.PESSIMISTIC_WRITE));
        if (!hosts.callerMay(action, program)) {
            throw new NotYours();
        }
        return program;
    }

    private Program visible(Program program) {
        if (program != null && program.state().isPublic()) {
            return program;
        }
        if (program != null && program.state() == ProgramState.DRAFT && hosts.callerWrites(program)) {
            return program;
        }
        throw new NotFound("There is no such program, or it is not public.", "プログラムが存在しないか、公開されていません。");
    }

    /** Those of a host, newest first, removed ones left out. */
    List<Program> hostedBy(UUID host, PageRequest page) {
        String newest = " order by createdAt desc, id desc";
        var query = page.after()
                .map(after -> find(
                        OF_HOST + " and (createdAt, id) < (?2, ?3)" + newest, host, after.instant(0), after.uuid(1)))
                .orElseGet(() -> find(OF_HOST + newest, host));
        return query.page(0, page.fetch()).list();
    }

    long countOf(UUID host) {
        return count(OF_HOST, host);
    }

    static Cursor position(Program program) {
        return Cursor.of(program.createdAt(), program.id());
    }

    /** Writes what changed, looks up what those are called whom it names, and says in the field's words what a named constraint of the database refuses. */
    void save(Program program) {
        try {
            persistAndFlush(program);
            if (!program.sheet().openTo().isEmpty()) {
                getEntityManager().refresh(program);
            }
        } catch (PersistenceException refused) {
            throw named(refused);
        }
    }

    private static RuntimeException named(PersistenceException refused) {
        if (!(refused instanceof ConstraintViolationException violated) || violated.getConstraintName() == null) {
            return refused;
        }
        return switch (violated.getConstraintName()) {
            case "program_source_id_is_unique_per_host" -> new SourceIdTaken();
            case "program_need_exists" -> new InvalidBody().at("/need", "is not a known need", "この困りごとは登録されていません");
            default -> refused;
        };
    }
}
