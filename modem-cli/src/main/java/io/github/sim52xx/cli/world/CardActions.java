package io.github.sim52xx.cli.world;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import java.util.List;

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
                Action.of(
                        "card.insert",
                        "put a card into its slot",
                        CardActions::insert,
                        Argument.word("card", "the modem's own, the default, or a new and empty one", "same", "new")
                                .asOption(),
                        Argument.size("size", "of a new one; by default that of the modem's own")
                                .asOption()),
                Action.of(
                        "card.full",
                        "let the card take nothing more",
                        (around, given) -> card(around).setFull(given.on("state")),
                        Argument.onOff("state", "whether it is full")),
                Action.of(
                        "card.read-only",
                        "protect the card against writing",
                        (around, given) -> card(around).setReadOnly(given.on("state")),
                        Argument.onOff("state", "whether it is protected")));
    }

    @Override
    public Members<Surroundings> state() {
        return Members.<Storage>none()
                .with("inserted", Shape.TRUTH, Storage::cardInserted)
                .with("own", Shape.TRUTH, Storage::ownCard)
                .and(DriveState.MEMBERS.of(storage -> DriveState.of(storage.volume(Drive.D))))
                .with(
                        "read_only",
                        Shape.TRUTH,
                        storage -> storage.volume(Drive.D).isReadOnly())
                .of(around -> around.part(Storage.class));
    }

    private static Volume card(Surroundings around) {
        return around.part(Storage.class).volume(Drive.D);
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
        if (given.is("card", "new")) {
            storage.insertNewCard(
                    given.has("size") ? given.number("size") : storage.options().cardBytes());
        } else if (given.has("size")) {
            throw WorldException.argument("size", "only a new card has a size to be chosen: card insert new SIZE");
        } else {
            storage.insertCard();
        }
    }
}
