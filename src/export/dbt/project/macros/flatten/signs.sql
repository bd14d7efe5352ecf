{# The sign that is usual for a line, by its section and what its name tells: 1, -1, or 0 for either. #}
{% macro usual_sign(section, name) %}
  {%- set told = {
    'assets': {'left': '@assets_left@', 'reduces': '@assets_reduces@', 'mixed': '@assets_mixed@', 'paid_in': ''},
    'liabilities': {'left': '@liabilities_left@', 'reduces': '@liabilities_reduces@', 'mixed': '@liabilities_mixed@', 'paid_in': ''},
    'equity': {'left': '@equity_left@', 'reduces': '@equity_reduces@', 'mixed': '@equity_mixed@', 'paid_in': '@equity_paid_in@'},
  } -%}
  case
    when {{ section }} not in ('assets', 'liabilities', 'equity') then 0
    when {{ tieout.matches("lower(" ~ tieout.trimmed(name) ~ ")", '^less:') }} then -1
    {% for section_name, tells in told.items() %}
    when {{ section }} = '{{ section_name }}' then
      case
        when {{ tieout.matches("lower(" ~ name ~ ")", tells.left) }} then 0
        when {{ tieout.matches("lower(" ~ name ~ ")", tells.reduces) }}
          then {% if tells.paid_in %}case when {{ tieout.matches("lower(" ~ name ~ ")", tells.paid_in) }} then 0 else -1 end{% else %}-1{% endif %}
        when {{ tieout.matches("lower(" ~ name ~ ")", tells.mixed) }} then 0
        {% if tells.paid_in %}
        when {{ tieout.matches("lower(" ~ name ~ ")", tells.paid_in) }} then 1
        else 0
        {% else %}
        else 1
        {% endif %}
      end
    {% endfor %}
  end
{% endmacro %}
