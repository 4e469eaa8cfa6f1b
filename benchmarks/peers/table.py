def section(results, options): return ''
def write(path, section): pass
