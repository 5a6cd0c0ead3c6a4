package nl.meldspoor.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The members of an event record or of a value record inside it, read once from its components and annotations. The one place that
 * interprets the annotations; readers, codecs and the OpenAPI document all work from here.
 */
public final class EventShape {

    private static final ConcurrentMap<Class<?>, EventShape> SHAPES = new ConcurrentHashMap<>();

    private final Class<?> record;
    private final List<Member> members;
    private final Constructor<?> constructor;
    private final boolean holdsSealed;

    private EventShape(Class<?> record) {
        this.record = record;
        RecordComponent[] components = record.getRecordComponents();
        List<Member> found = new ArrayList<>(components.length);
        for (RecordComponent component : components) {
            found.add(Member.of(component));
        }
        this.members = List.copyOf(found);
        this.holdsSealed = members.stream().anyMatch(m -> m.sealed() != null);
        try {
            this.constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            this.constructor.trySetAccessible();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record + " has no canonical constructor", e);
        }
    }

    /** The shape of a record class; anything else is a defect. */
    public static EventShape of(Class<?> record) {
        if (!record.isRecord()) {
            throw new IllegalArgumentException("expected a record, but was " + record);
        }
        return SHAPES.computeIfAbsent(record, EventShape::new);
    }

    public List<Member> members() {
        return members;
    }

    /** Whether a member of its own is sealed. */
    public boolean holdsSealed() {
        return holdsSealed;
    }

    public Optional<Member> member(String name) {
        return members.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** The member that says when the entry happened, if it has one. */
    public Optional<Member> happenedAt() {
        return members.stream().filter(Member::happenedAt).findFirst();
    }

    /** A new record from the values in the order of {@link #members()}; null stands for absent, primitives become their default. */
    public Object create(Object[] values) {
        Object[] filled = values.clone();
        for (int i = 0; i < filled.length; i++) {
            if (filled[i] == null && members.get(i).type() == boolean.class) {
                filled[i] = Boolean.FALSE;
            } else if (filled[i] == null && members.get(i).type() == int.class) {
                filled[i] = 0;
            }
        }
        try {
            return constructor.newInstance(filled);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + record.getSimpleName(), e);
        }
    }

    /** A copy of the record with some members replaced, by name: how a decision fills in derived members. */
    public <T extends Record> T with(T original, java.util.Map<String, ?> replaced) {
        for (String name : replaced.keySet()) {
            member(name).orElseThrow(() -> new IllegalArgumentException(record.getSimpleName() + " has no member " + name));
        }
        Object[] values = members.stream()
                .map(m -> replaced.containsKey(m.name()) ? replaced.get(m.name()) : m.value(original))
                .toArray();
        @SuppressWarnings("unchecked")
        T copy = (T) create(values);
        return copy;
    }

    /** What a member holds. */
    public enum Kind {
        /** Free or named text. */
        TEXT,
        /** A value configured by the organisation. */
        CODE,
        BOOLEAN,
        INTEGER,
        ENUM,
        /** RFC 3339 with any offset. */
        MOMENT,
        DAY,
        UUID,
        /** A record of its own members. */
        RECORD,
        /** Another entry, read by the shape of its own type. */
        ENTRY,
        /** A list; see {@link Member#element()}. */
        LIST,
        /** Anything else; only in derived members. */
        DERIVED_VALUE
    }

    /**
     * One member.
     *
     * @param sealed whose key seals it, or null when it is open
     * @param required on which route it is required: null = on both, unless {@code mayBeAbsent}
     * @param name as in JSON: {@code @JsonProperty} names what is a word of Java
     * @param constant the one value a text has, else null
     * @param element type of the elements of a list, else null
     */
    public record Member(
            String name,
            Class<?> type,
            Kind kind,
            Class<?> element,
            Kind elementKind,
            PersonKind sealed,
            boolean mayBeAbsent,
            Route requiredOnlyOn,
            boolean derived,
            boolean happenedAt,
            boolean planned,
            UserName userName,
            String constant,
            RecordComponent component) {

        static Member of(RecordComponent c) {
            Class<?> element = null;
            if (List.class.isAssignableFrom(c.getType())) {
                Type argument = ((ParameterizedType) c.getGenericType()).getActualTypeArguments()[0];
                element = argument instanceof Class<?> k ? k : Object.class;
            }
            Sealed sealed = c.getAnnotation(Sealed.class);
            OnRoute onRoute = c.getAnnotation(OnRoute.class);
            JsonProperty named = c.getAccessor().getAnnotation(JsonProperty.class);
            Constant constant = c.getAnnotation(Constant.class);
            c.getAccessor().trySetAccessible();
            return new Member(
                    named == null ? c.getName() : named.value(),
                    c.getType(),
                    kindOf(c.getType(), c.isAnnotationPresent(Code.class)),
                    element,
                    element == null ? null : kindOf(element, false),
                    sealed == null ? null : sealed.value(),
                    c.isAnnotationPresent(MayBeAbsent.class),
                    onRoute == null ? null : onRoute.value(),
                    c.isAnnotationPresent(Derived.class),
                    c.isAnnotationPresent(HappenedAt.class),
                    c.isAnnotationPresent(Planned.class),
                    c.getAnnotation(UserName.class),
                    constant == null ? null : constant.value(),
                    c);
        }

        private static Kind kindOf(Class<?> type, boolean code) {
            if (type == String.class) {
                return code ? Kind.CODE : Kind.TEXT;
            }
            if (type == boolean.class || type == Boolean.class) {
                return Kind.BOOLEAN;
            }
            if (type == int.class || type == Integer.class) {
                return Kind.INTEGER;
            }
            if (type.isEnum()) {
                return Kind.ENUM;
            }
            if (type == Instant.class) {
                return Kind.MOMENT;
            }
            if (type == LocalDate.class) {
                return Kind.DAY;
            }
            if (type == java.util.UUID.class) {
                return Kind.UUID;
            }
            if (type == CaseEvent.class) {
                return Kind.ENTRY;
            }
            if (type.isRecord()) {
                return Kind.RECORD;
            }
            return List.class.isAssignableFrom(type) ? Kind.LIST : Kind.DERIVED_VALUE;
        }

        /** Whether it is a record that is open itself and holds sealed members, such as a waiver. */
        public boolean isPartlySealed() {
            return kind == Kind.RECORD && EventShape.of(type).holdsSealed();
        }

        /** Whether an entry on this route must carry the member. */
        public boolean requiredOn(Route route) {
            return !derived && !mayBeAbsent && (requiredOnlyOn == null || requiredOnlyOn == route);
        }

        public Object value(Record record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + name, e);
            }
        }
    }
}
