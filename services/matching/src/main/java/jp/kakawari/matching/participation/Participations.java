package jp.kakawari.matching.participation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Participations implements PanacheRepositoryBase<Participation, UUID> {}
