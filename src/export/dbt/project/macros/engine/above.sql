{# Each line of a relation with the place of each line above it, `place_above`: a line's place begins with theirs. #}
{% macro each_above(lines) %}
  select l.*, substr(l.place, 1, 8 * (n.level + 1)) as place_above
  from {{ lines }} as l
  join (
    {% for level in range(0, var('levels') - 1 + var('spare_levels')) %}
    select {{ level }} as level
    {% if not loop.last %}union all{% endif %}
    {% endfor %}
  ) as n on n.level < l.level
{% endmacro %}
