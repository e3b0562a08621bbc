package io.github.sim52xx.cli.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An object of the state, member by member: what it is called, what it looks like and where it is found. Thus what is
 * described is what is told. Immutable.
 *
 * @param <T> what the object tells of
 */
public final class Members<T> implements Shape<T> {

    private record Member<T>(String name, Map<String, Object> schema, boolean always, Function<T, Object> value) {}

    private final List<Member<T>> members;

    private Members(List<Member<T>> members) {
        this.members = List.copyOf(members);
    }

    public static <T> Members<T> none() {
        return new Members<>(List.of());
    }

    public <V> Members<T> with(String name, Shape<V> shape, Function<T, ? extends V> value) {
        return and(new Member<>(name, shape.schema(), true, thing -> shape.plain(value.apply(thing))));
    }

    /** One that is not always there: without a value it is null, and left out. */
    public <V> Members<T> maybe(String name, Shape<V> shape, Function<T, ? extends V> value) {
        return and(new Member<>(name, shape.schema(), false, thing -> {
            V found = value.apply(thing);
            return found == null ? null : shape.plain(found);
        }));
    }

    /** All that those have. */
    public Members<T> and(Members<T> others) {
        List<Member<T>> all = new ArrayList<>(members);
        all.addAll(others.members);
        return new Members<>(all);
    }

    /** The same, told of something that is found from another thing. */
    public <S> Members<S> of(Function<S, T> thing) {
        return new Members<>(members.stream()
                .map(member -> new Member<S>(member.name, member.schema, member.always, member.value.compose(thing)))
                .toList());
    }

    @Override
    public Map<String, Object> plain(T thing) {
        Map<String, Object> plain = new LinkedHashMap<>();
        members.forEach(member -> plain.put(member.name, member.value.apply(thing)));
        return plain;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        members.forEach(member -> properties.put(member.name, member.schema));
        return Plain.object(
                "type",
                "object",
                "properties",
                properties,
                "required",
                members.stream().filter(Member::always).map(Member::name).toList(),
                "additionalProperties",
                false);
    }

    private Members<T> and(Member<T> member) {
        return and(new Members<>(List.of(member)));
    }
}
