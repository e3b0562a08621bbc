package io.github.sim52xx.cli.world;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.Storage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The storage card D: and its slot. */
final class CardActions implements Subject {

    @Override
    public String name() {
        return "card";
    }

    @Override
    public String purpose() {
        return "the storage card, drive D";
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("card.pull", "pull the card out of its slot", CardActions::pull),
                Action.of("card.insert", "put the card back into its slot", CardActions::insert));
    }

    @Override
    public Map<String, Object> state(Surroundings around) {
        Storage storage = around.part(Storage.class);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("inserted", storage.cardInserted());
        state.putAll(DriveState.of(storage.volume(Drive.D)));
        return state;
    }

    private static void pull(Surroundings around, Arguments given) throws WorldException {
        Storage storage = around.part(Storage.class);
        if (!storage.cardInserted()) {
            throw WorldException.impossible("there is no card in the slot; card insert puts one in");
        }
        storage.removeCard();
    }

    private static void insert(Surroundings around, Arguments given) throws WorldException {
        Storage storage = around.part(Storage.class);
        if (storage.cardInserted()) {
            throw WorldException.impossible("there is a card in the slot; card pull takes it out");
        }
        storage.insertCard();
    }
}
