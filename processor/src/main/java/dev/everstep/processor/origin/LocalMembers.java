package dev.everstep.processor.origin;

import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.LocalType;
import dev.everstep.processor.text.Mentions;
import dev.everstep.processor.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the types that a method declares stand for: the text of all of them, for each of them. */
final class LocalMembers {
  private LocalMembers() {}

  /** Returns the meanings of a file's plain members, and of a method's own types. */
  static Map<String, String> of(Body body, Map<String, String> members) {
    if (body.types().isEmpty()) {
      return members;
    }
    StringBuilder text = new StringBuilder();
    for (LocalType type : body.types()) {
      List<String> tokens = Tokens.of(type.code().toString());
      text.append(String.join(" ", tokens));
      for (String member : Mentions.of(tokens, members.keySet())) {
        text.append(' ').append(members.get(member));
      }
    }
    Map<String, String> all = new HashMap<>(members);
    body.types().forEach(type -> all.put(type.name(), text.toString()));
    return all;
  }
}
